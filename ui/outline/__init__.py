"""The outline: the sections of the form, how far each is, and the way from one to the next."""
