"""Between Telegram and the two boxes: receiving into the inbox, handling from it, sending from the outbox."""
