"""Texts that we write for people: new sites, new pages, posts that join a roadmap."""
