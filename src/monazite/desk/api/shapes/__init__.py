"""What goes in and comes out, as pydantic models: the OpenAPI document is made from them."""
