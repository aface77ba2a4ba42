"""The directory of local services: what a service is, how feeds become services, and the tables they fill."""
