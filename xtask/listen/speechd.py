"""In the place of speech-dispatcher's client: writes down what would be said, one utterance a line.

The real one waits for ever where there is no sound card. Nothing is said to have come to its end, so that reading a whole page
stops after its first line, as it does for somebody who goes on pressing keys.
"""

import os
import re
from xml.sax.saxutils import unescape


class Priority:
    IMPORTANT, MESSAGE, TEXT, NOTIFICATION, PROGRESS = "important", "message", "text", "notification", "progress"


class PunctuationMode:
    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    TEXT, SSML = "text", "ssml"


class CallbackType:
    BEGIN, CANCEL, END, INDEX_MARK = "begin", "cancel", "end", "index-marks"
    PAUSE, RESUME = "pause", "resume"


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class SSIPClient:
    def __init__(self, *_, **__):
        self.heard = open(os.environ["HEARD"], "a", buffering=1, encoding="utf-8")

    def speak(self, text, **_):
        words = " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())
        if words:
            self.heard.write(words + "\n")

    def char(self, character):
        self.heard.write(character + "\n")

    def key(self, name):
        self.heard.write(name + "\n")

    def list_output_modules(self):
        return ["none"]

    def get_output_module(self):
        return "none"

    def list_synthesis_voices(self, *_):
        return [("none", "en", "none")]

    def get_rate(self):
        return 0

    def __getattr__(self, _):
        return lambda *args, **kwargs: None
