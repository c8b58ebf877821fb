import pytest

pytest.register_assert_rewrite("mkdocs_host.neighbours.beside")
