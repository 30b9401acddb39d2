"""What build servers, code hosts and review tools read."""
