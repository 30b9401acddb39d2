"""Many drafts on several processes."""
