# shellcheck shell=bash
# shellcheck disable=SC2154 # tests/fresh/run and scripts/lib.sh set the names
# SPDX-License-Identifier: MIT
# machine.sh - a bare Debian in a folder: how it is made, and how one works in it.
#
# Sourced, after scripts/lib.sh.  The names of the mirror, its keys and what a proxy needs are the
# host's; nothing else of the host is inside: no package, no environment, no file of a home.
#
# Weakness: a folder is no machine.  Kernel, CPUs, /sys and the time are those of the host.
machine=
here=$root/tests/fresh

codename_of() { # RELEASE
	case $1 in
	12 | bookworm) echo bookworm ;;
	13 | trixie) echo trixie ;;
	*) return 1 ;;
	esac
}

# why_not CODENAME: why no such machine can be made here; silent if one can.
why_not() {
	local id
	id=$(. /etc/os-release && echo "${ID:-}")
	if ((EUID != 0)); then
		echo "only root can make a machine in a folder"
	elif [[ $id != debian ]]; then
		echo "a Debian is made from the mirror of a Debian, and this is '${id:-unknown}'"
	elif ! command -v mmdebstrap >/dev/null; then
		echo "there is no mmdebstrap; scripts/setup --ci installs it"
	elif ! unshare --mount --pid --fork true 2>/dev/null; then
		echo "this system lets nobody mount anything (unshare --mount)"
	elif ! reach_mirror "$1" >/dev/null 2>&1; then
		echo "the host's apt does not reach a Debian '$1' (no network?)"
	fi
}

# By the host's apt, which knows the way.
reach_mirror() { # CODENAME
	local mirror folder status=0
	mirror=$({ sources sources "$1"; sources list "$1"; } | grep -oE -m 1 '[a-z]+://[^] ]+')
	folder=$(mktemp -d)
	/usr/lib/apt/apt-helper download-file "${mirror%/}/dists/$1/InRelease" "$folder/InRelease" || status=$?
	rm -rf "$folder"
	return "$status"
}

# The host's sources of Debian, for the release CODENAME: of files in the new format whole
# stanzas, of those in the old one lines.
sources() { # FORMAT CODENAME
	local host format=$1 files=() separator=
	host=$(. /etc/os-release && echo "$VERSION_CODENAME")
	[[ $format == list ]] || separator=paragraph
	mapfile -t files < <(find /etc/apt/sources.list /etc/apt/sources.list.d -name "*.$format" 2>/dev/null)
	((${#files[@]})) || return 0
	sed '/^#/d' "${files[@]}" | awk -v host="$host" -v release="$2" -v separator="$separator" '
	BEGIN { if (separator == "paragraph") { RS = ""; ORS = "\n\n" } }
	$0 ~ "(^|[ \t])" host "(-updates|-security)?([ \t\n]|$)" && /[ \t]main([ \t\n]|$)/ {
		gsub(host, release)
		print
	}'
}

# What the host's apt was told about how to reach a mirror: proxies, certificates, dates.
apt_settings() {
	apt-config dump --no-empty --format '%f "%v";%n' Acquire |
		grep -E '^Acquire::(https?|ftp|Check|Retries|Force)' || true
}

# The names of other machines, and whom to trust.  The second copy of the certificates is for the
# day that ca-certificates is installed: it writes the first anew, from the second.
hand_in() {
	local bundle=/etc/ssl/certs/ca-certificates.crt
	cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
	[[ -r $bundle ]] || return 0
	mkdir -p "$machine/etc/ssl/certs" "$machine/usr/local/share/ca-certificates"
	cp -L "$bundle" "$machine/etc/ssl/certs/"
	cp -L "$bundle" "$machine/usr/local/share/ca-certificates/host.crt"
}

# make_machine CODENAME: fills the folder $machine.
make_machine() {
	local format lists=()
	for format in list sources; do
		sources "$format" "$1" >"$machine.$format"
		[[ ! -s $machine.$format ]] || lists+=("$machine.$format")
	done
	((${#lists[@]})) || die "the host's apt has no source of Debian's main"
	apt_settings >"$machine.apt"
	quiet_step "make a bare Debian ($1)" "$logs/machine.log" mmdebstrap --mode=root \
		--variant=minbase --aptopt="$machine.apt" "$1" "$machine" "${lists[@]}"
	rm -f "$machine".{list,sources,apt}
	hand_in
}

# inside USER FOLDER COMMAND...: with the environment of somebody who has just logged in.  It ends
# with the shell that calls it, and all that it started with it.
inside() {
	setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child "$here/enter" "$machine" "$@"
}

# take_tree FOLDER [USER]: the committed tree is cloned to FOLDER in the machine, or brought there.
take_tree() {
	local folder=$machine$1 git=(git -c safe.directory='*' -c advice.detachedHead=false)
	if [[ ! -d $folder/.git ]]; then
		"${git[@]}" clone -q --no-hardlinks "$root" "$folder"
	fi
	"${git[@]}" -C "$folder" fetch -q "$root" HEAD
	"${git[@]}" -C "$folder" reset -q --hard FETCH_HEAD
	[[ ${2:-root} == root ]] || inside root / chown -R "$2:" "$1"
}
