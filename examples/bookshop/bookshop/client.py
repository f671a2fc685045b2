"""The shop's HTTP interface: pages of JSON, the next one named by the one before."""

import requests


class ShopClient:
    def __init__(self, base_url: str, token: str, session=None):
        self._base_url = base_url.rstrip("/")
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def pages(self, path: str, **params):
        """Every page of a list, one after the other."""
        while True:
            answer = self._session.get(f"{self._base_url}/{path}", params=params, timeout=60)
            answer.raise_for_status()
            page = answer.json()
            yield page["items"]
            if not page.get("next"):
                return
            params["page"] = page["next"]
