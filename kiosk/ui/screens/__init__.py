"""One module a screen; `kiosk.ui.routes` names them."""
