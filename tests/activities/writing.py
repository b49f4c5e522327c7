"""Outings as files of all three formats, written as watches and services write them."""

import datetime as dt
import gzip
import struct
from collections.abc import Sequence

from coach.activity import Recording, Sample
from coach.reading import Activity

GPX_TYPES = {
    Activity.RUN: "running",
    Activity.WALK: "walking",
    Activity.CYCLING: "cycling",
    Activity.SWIMMING: "swimming",
}
TCX_SPORTS = {Activity.RUN: "Running", Activity.CYCLING: "Biking"}
FIT_SPORTS = {
    Activity.RUN: (1, 0), Activity.CYCLING: (2, 0), Activity.SWIMMING: (5, 17), Activity.STRENGTH: (10, 20),
    Activity.WALK: (11, 0),
}  # fmt: skip
FIT_EPOCH = 631_065_600
"""Seconds from 1970 to the last day of 1989, where FIT begins to count."""


def as_gpx(outing: Recording) -> bytes:
    """A GPX 1.1 file with Garmin's extension for the pulse."""
    kind = f"<type>{GPX_TYPES[outing.activity]}</type>" if outing.activity in GPX_TYPES else ""
    points = "\n".join(_trkpt(sample) for sample in outing.samples)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gpx creator="StravaGPX" version="1.1" '
        'xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
        f"<metadata><time>{_iso(outing.samples[0].at)}</time></metadata>\n"
        f"<trk><name>Morning &amp; hills</name>{kind}<trkseg>\n{points}\n</trkseg></trk></gpx>\n"
    ).encode()


def _trkpt(sample: Sample) -> str:
    rate = sample.heart_rate
    pulse = f"<gpxtpx:TrackPointExtension><gpxtpx:hr>{rate}</gpxtpx:hr></gpxtpx:TrackPointExtension>"
    height = "" if sample.elevation is None else f"<ele>{sample.elevation:.1f}</ele>"
    return (
        f'<trkpt lat="{sample.latitude:.7f}" lon="{sample.longitude:.7f}">{height}<time>{_iso(sample.at)}</time>'
        f"{'' if rate is None else f'<extensions>{pulse}</extensions>'}</trkpt>"
    )


def as_tcx(outing: Recording) -> bytes:
    """A TCX file; as Strava writes them, with spaces before the declaration."""
    sport = TCX_SPORTS.get(outing.activity, "Other") if outing.activity else "Other"
    points = "\n".join(_trackpoint(sample) for sample in outing.samples)
    began = _iso(outing.samples[0].at)
    return (
        '          <?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f'<Activity Sport="{sport}"><Id>{began}</Id><Lap StartTime="{began}">'
        f"<TotalTimeSeconds>{outing.totals.timer_s}</TotalTimeSeconds><Track>{points}</Track></Lap>"
        "</Activity></Activities></TrainingCenterDatabase>\n"
    ).encode()


def _trackpoint(sample: Sample) -> str:
    parts = [f"<Time>{_iso(sample.at)}</Time>"]
    if sample.latitude is not None:
        parts.append(
            f"<Position><LatitudeDegrees>{sample.latitude:.7f}</LatitudeDegrees>"
            f"<LongitudeDegrees>{sample.longitude:.7f}</LongitudeDegrees></Position>"
        )
    if sample.elevation is not None:
        parts.append(f"<AltitudeMeters>{sample.elevation:.1f}</AltitudeMeters>")
    if sample.metres is not None:
        parts.append(f"<DistanceMeters>{sample.metres:.2f}</DistanceMeters>")
    if sample.heart_rate is not None:
        parts.append(f"<HeartRateBpm><Value>{sample.heart_rate}</Value></HeartRateBpm>")
    return f"<Trackpoint>{''.join(parts)}</Trackpoint>"


def _iso(at: float | None) -> str:
    moment = dt.datetime.fromtimestamp(at or 0.0, dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def as_fit(outing: Recording, file_type: int = 4) -> bytes:
    """A FIT file: its type (4 is an activity), one record a sample, and the session."""
    messages = [_define(0, 0, [(0, 1, 0x00)]), bytes([0, file_type])]
    messages.append(
        _define(1, 20, [(253, 4, 0x86), (0, 4, 0x85), (1, 4, 0x85), (5, 4, 0x86), (78, 4, 0x86), (3, 1, 0x02)])
    )
    messages += [_record(sample) for sample in outing.samples]
    messages.append(_session_definition())
    messages.append(_session(outing))
    return _framed(b"".join(messages))


def _define(local: int, number: int, fields: Sequence[tuple[int, int, int]]) -> bytes:
    """A definition message: which fields of a message follow, each with its size and base type."""
    head = struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(fields))
    return head + b"".join(bytes(field) for field in fields)


def _record(sample: Sample) -> bytes:
    return bytes([1]) + struct.pack(
        "<IiiIIB",
        round(sample.at or 0) - FIT_EPOCH,
        _semicircles(sample.latitude),
        _semicircles(sample.longitude),
        0xFFFFFFFF if sample.metres is None else round(sample.metres * 100),
        0xFFFFFFFF if sample.elevation is None else round((sample.elevation + 500) * 5),
        0xFF if sample.heart_rate is None else sample.heart_rate,
    )


def _semicircles(degrees: float | None) -> int:
    return 0x7FFFFFFF if degrees is None else round(degrees * 2**31 / 180)


def _session_definition() -> bytes:
    return _define(
        2,
        18,
        [
            (253, 4, 0x86),
            (2, 4, 0x86),
            (7, 4, 0x86),
            (8, 4, 0x86),
            (9, 4, 0x86),
            (5, 1, 0x00),
            (6, 1, 0x00),
            (16, 1, 0x02),
        ],
    )


def _session(outing: Recording) -> bytes:
    sport, sub_sport = FIT_SPORTS.get(outing.activity, (0, 0)) if outing.activity else (0, 0)
    began = round(outing.totals.started or 0) - FIT_EPOCH
    elapsed, timer = outing.totals.elapsed_s or 0, outing.totals.timer_s or 0
    metres = outing.totals.metres
    return bytes([2]) + struct.pack(
        "<IIIIIBBB",
        began + round(elapsed),
        began,
        round(elapsed * 1000),
        round(timer * 1000),
        0xFFFFFFFF if metres is None else round(metres * 100),
        sport,
        sub_sport,
        outing.totals.heart_rate or 0xFF,
    )


def _framed(body: bytes) -> bytes:
    head = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    head += struct.pack("<H", crc_of(head))
    return head + body + struct.pack("<H", crc_of(head + body))


_CRC = (0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400)  # fmt: skip


def crc_of(content: bytes) -> int:
    """FIT's own checksum."""
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) ^ _CRC[crc & 0xF] ^ _CRC[half]
    return crc


WRITERS = {"gpx": as_gpx, "tcx": as_tcx, "fit": as_fit}


def as_gz(content: bytes) -> bytes:
    """A file as Strava's export packs it."""
    return gzip.compress(content, mtime=0)
