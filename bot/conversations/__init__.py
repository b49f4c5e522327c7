"""Conversations: questions as values, in lists that tests walk through without Telegram."""
