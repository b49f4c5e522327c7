"""Telegram: handlers, conversations, words, the sandbox, the command line; wires everything together."""
