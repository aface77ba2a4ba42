"""The booklet: composed from documents, rendered by Typst in a child process, printed over IPP."""
