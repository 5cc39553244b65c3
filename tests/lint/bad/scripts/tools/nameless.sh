# SPDX-License-Identifier: MIT
# nameless.sh - sourced, and does not say of which shell it is.
echo here
