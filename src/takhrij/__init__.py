"""takhrij: who said what, through whom, and when, from a pile of Arabic news pages."""
