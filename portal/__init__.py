"""The site around the advice: settings, pages, safety; imports nothing itself."""
