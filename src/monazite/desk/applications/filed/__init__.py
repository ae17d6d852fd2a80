"""The rows that an application is laid down in when it is filed."""
