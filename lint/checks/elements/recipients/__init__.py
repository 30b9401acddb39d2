"""Whom a text is addressed (主送机关) and copied (抄送) to."""
