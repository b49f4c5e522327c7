"""Reading typed answers: small pure readers of days, times, numbers, amounts and dates in English words."""
