"""Where addresses should lead instead: proposals with their evidence; only what is proven is ever written."""
