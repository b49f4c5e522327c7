"""Where people live, as far as a clock is concerned: well-known cities with their zones, offline."""
