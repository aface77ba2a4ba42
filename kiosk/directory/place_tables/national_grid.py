"""The British National Grid to latitude and longitude.

Formulas and constants: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B (ellipsoid to
Cartesian coordinates), C (Transverse Mercator) and section 6.6 (the Helmert transformation). Good to about 5 m.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin, sqrt, tan

_AIRY = (6377563.396, 6356256.909)
_GRS80 = (6378137.0, 6356752.3141)
"""Semi-major and semi-minor axis of the ellipsoids, in metres."""
_SCALE = 0.9996012717
_TRUE_NORTH, _TRUE_EAST = -100000.0, 400000.0
_ORIGIN = radians(49.0), radians(-2.0)
_SHIFT = (446.448, -125.157, 542.060)
_TURN = tuple(radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_STRETCH = -20.4894e-6
"""From OSGB36 to WGS84 (ETRS89): metres, seconds of arc, parts of one."""
_CLOSE_ENOUGH = 0.00001


def from_grid(easting: float, northing: float) -> tuple[float, float]:
    """(latitude, longitude) in degrees on WGS84 of a point of the National Grid, given in metres."""
    return _to_wgs84(*_unproject(easting, northing))


def airy_degrees(easting: float, northing: float) -> tuple[float, float]:
    """(latitude, longitude) in degrees on the Airy ellipsoid, as the grid itself has them."""
    latitude, longitude = _unproject(easting, northing)
    return degrees(latitude), degrees(longitude)


def _unproject(easting: float, northing: float) -> tuple[float, float]:
    a, b = _AIRY
    squared = 1 - (b / a) ** 2
    first, west = _ORIGIN
    latitude, arc = first, 0.0
    for _ in range(20):
        latitude += (northing - _TRUE_NORTH - arc) / (a * _SCALE)
        arc = _meridian(latitude)
        if abs(northing - _TRUE_NORTH - arc) < _CLOSE_ENOUGH:
            break
    bent = 1 - squared * sin(latitude) ** 2
    nu = a * _SCALE / sqrt(bent)
    rho = a * _SCALE * (1 - squared) / bent**1.5
    eta = nu / rho - 1
    t, sec = tan(latitude), 1 / cos(latitude)
    vii = t / (2 * rho * nu)
    viii = t / (24 * rho * nu**3) * (5 + 3 * t**2 + eta - 9 * t**2 * eta)
    ix = t / (720 * rho * nu**5) * (61 + 90 * t**2 + 45 * t**4)
    x = sec / nu
    xi = sec / (6 * nu**3) * (nu / rho + 2 * t**2)
    xii = sec / (120 * nu**5) * (5 + 28 * t**2 + 24 * t**4)
    xiia = sec / (5040 * nu**7) * (61 + 662 * t**2 + 1320 * t**4 + 720 * t**6)
    east = easting - _TRUE_EAST
    return (
        latitude - vii * east**2 + viii * east**4 - ix * east**6,
        west + x * east - xi * east**3 + xii * east**5 - xiia * east**7,
    )


def _meridian(latitude: float) -> float:
    """Length of the meridian from the true origin."""
    a, b = _AIRY
    n = (a - b) / (a + b)
    first = _ORIGIN[0]
    less, more = latitude - first, latitude + first
    return (
        b
        * _SCALE
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
            - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(less) * cos(more)
            + (1.875 * n**2 + 1.875 * n**3) * sin(2 * less) * cos(2 * more)
            - 35 / 24 * n**3 * sin(3 * less) * cos(3 * more)
        )
    )


def _to_wgs84(latitude: float, longitude: float) -> tuple[float, float]:
    a, b = _AIRY
    squared = 1 - (b / a) ** 2
    nu = a / sqrt(1 - squared * sin(latitude) ** 2)
    x, y, z = (
        nu * cos(latitude) * cos(longitude),
        nu * cos(latitude) * sin(longitude),
        nu * (1 - squared) * sin(latitude),
    )
    (tx, ty, tz), (rx, ry, rz), s = _SHIFT, _TURN, 1 + _STRETCH
    x, y, z = tx + s * x - rz * y + ry * z, ty + rz * x + s * y - rx * z, tz - ry * x + rx * y + s * z
    a, b = _GRS80
    squared = 1 - (b / a) ** 2
    flat = hypot(x, y)
    latitude = atan2(z, flat * (1 - squared))
    for _ in range(10):
        nu = a / sqrt(1 - squared * sin(latitude) ** 2)
        latitude = atan2(z + squared * nu * sin(latitude), flat)
    return degrees(latitude), degrees(atan2(y, x))
