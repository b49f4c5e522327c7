"""What is due now, claimed and handed on; knows no Telegram and no words."""
