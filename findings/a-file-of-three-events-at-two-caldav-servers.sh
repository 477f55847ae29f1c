#!/bin/sh
# What: a calendar file of three events, each with its own UID, sent to two CalDAV servers on this machine, Radicale 3.9.0 and Xandikos 0.4.10, as one resource (PUT).
# Expected: RFC 4791, 4.1 has one UID in a resource, so both refuse it, or both take it apart.
# Observed: Radicale refuses it (400). Xandikos takes it as one resource (201), and from then on refuses a single event of the three that comes by itself,
# as another device that moves it would send it (412, no-uid-conflict). Sent to the calendar itself, Radicale takes the file apart, and what was in the calendar before is gone.
# Consequence: three events in one file are for a calendar's own import, which takes them apart; whoever sends files to a server by hand takes the files with one date each.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

python3 -m pip install -q --disable-pip-version-check --root-user-action=ignore --target "$dir/py" radicale==3.9.0 vobject==0.9.9 xandikos==0.4.10 icalendar==7.3.2 >pip.log 2>&1 || { cat pip.log; exit 1; }
echo 'versions: radicale==3.9.0 vobject==0.9.9 xandikos==0.4.10 icalendar==7.3.2'
python3 --version

cat >check.py <<'END'
import base64
import http.client
import socket
import subprocess
import sys
import time


def event(name, day):
    return ["BEGIN:VEVENT", f"UID:{name}@example.org", "DTSTAMP:20261101T000000Z", f"DTSTART;VALUE=DATE:{day}", f"SUMMARY:{name}", "END:VEVENT"]


def file(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//example//EN", *sum(events, []), "END:VCALENDAR", ""])


three = file(event("stop", "20261207"), event("review", "20261214"), event("again", "20270308"))
moved, before = file(event("stop", "20261209")), file(event("other", "20261224"))


def served(arguments, port, work):
    server = subprocess.Popen([sys.executable, "-W", "ignore", "-m", *arguments], stdout=open("server.log", "a"), stderr=subprocess.STDOUT)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.2)
        work()
    finally:
        server.terminate()
        server.wait()


def free():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def asking(port):
    def ask(method, path, body=None):
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        line.request(method, path, body, {"Content-Type": "text/calendar", "Authorization": "Basic " + base64.b64encode(b"ada:").decode()})
        answer = line.getresponse()
        text = answer.read().decode()
        line.close()
        return answer.status, text
    return ask


def radicale():
    ask = asking(first)
    seen = {"make": ask("MKCALENDAR", "/ada/plan/")[0], "before": ask("PUT", "/ada/plan/other.ics", before)[0], "three": ask("PUT", "/ada/plan/three.ics", three)[0],
            "three on the calendar": ask("PUT", "/ada/plan/", three)[0]}
    names = sorted(line[4:] for line in ask("GET", "/ada/plan/")[1].splitlines() if line.startswith("UID:"))
    print("Radicale", seen, names)
    assert seen == {"make": 201, "before": 201, "three": 400, "three on the calendar": 201}
    assert names == ["again@example.org", "review@example.org", "stop@example.org"]


def xandikos():
    ask = asking(second)
    calendar = "/ada/calendars/calendar/"
    status, text = [ask("PUT", calendar + "three.ics", three)[0], ask("GET", calendar + "three.ics")[1]]
    alone, why = ask("PUT", calendar + "stop.ics", moved)
    print("Xandikos", {"three": status, "events in it": text.count("BEGIN:VEVENT"), "one of them alone": alone}, "no-uid-conflict" in why)
    assert (status, text.count("BEGIN:VEVENT"), alone) == (201, 3, 412) and "no-uid-conflict" in why


first = free()
served(["radicale", "--config", "", "--storage-filesystem-folder=radicale", "--auth-type=none", f"--server-hosts=127.0.0.1:{first}"], first, radicale)
second = free()
served(["xandikos", "serve", "-d", "xandikos", "--defaults", "--autocreate", "--listen-address", "127.0.0.1", "--port", str(second), "--current-user-principal", "/ada"], second, xandikos)
END
PYTHONPATH="$dir/py" python3 check.py || { tail -5 server.log; exit 1; }
echo "as stated"
