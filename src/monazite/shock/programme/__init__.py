"""Linear and mixed-integer programmes as arrays, solved by HiGHS."""
