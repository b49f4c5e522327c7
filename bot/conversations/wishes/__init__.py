"""What people say about their life that changes how they train: days, minutes, things, hours, a place, a break."""
