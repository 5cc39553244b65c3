#!/bin/bash -p
# SPDX-License-Identifier: MIT
# as tests/gone.sh
echo tests/said.sh
