"""A finished site, whoever built it: is it ours, do its links lead on, what does it tell of hidden pages?"""
