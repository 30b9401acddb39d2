"""The dates of signature (成文日期) and of printing (印发日期)."""
