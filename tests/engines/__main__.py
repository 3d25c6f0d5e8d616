"""Sees to the engines beside Chromium."""

import sys

from tests.engines.machine import main

sys.exit(main())
