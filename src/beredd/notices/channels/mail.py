"""Mail by SMTP. The Message-ID is the notice's own, so that mailboxes that know it again show it once."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime

from beredd.notices.channels import Settings
from beredd.notices.channels.http import LOOPBACK
from beredd.notices.channels.parcel import Handing, MaybeSent, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.secret import secret

KIND = "mail"
SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Mail:
    """`tls`: starttls, tls, or none (to this machine only)."""

    host: str
    port: int
    sender: str
    tls: str
    user: str
    password: str
    unsure: Unsure = Unsure.AGAIN

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        try:
            smtp = self._open(parcel.address)
        except smtplib.SMTPResponseException as fault:
            raise NotSent(f"SMTP {fault.smtp_code}", again=fault.smtp_code < 500) from fault
        except (OSError, smtplib.SMTPException) as fault:
            raise NotSent(type(fault).__name__, again=True) from fault
        try:
            handing()
            code, _ = smtp.data(self._letter(parcel).as_bytes())
        except smtplib.SMTPDataError as fault:  # it did not want to hear it
            raise NotSent(f"SMTP {fault.smtp_code}", again=fault.smtp_code < 500) from fault
        except (OSError, smtplib.SMTPException) as fault:
            raise MaybeSent(type(fault).__name__) from fault
        finally:
            smtp.close()
        if code != 250:
            raise NotSent(f"SMTP {code}", again=code < 500)
        return Receipt()

    def find(self, parcel: Parcel) -> Receipt | None:
        raise NotSent("mail cannot be asked", again=True)

    def follow(self, reference: str) -> Fate | None:
        return None

    def _open(self, address: str) -> smtplib.SMTP:
        """As far as one can go without anything being sent."""
        context = ssl.create_default_context()
        if self.tls == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
        else:
            smtp = smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        try:
            if self.tls == "starttls":
                smtp.starttls(context=context)
            if self.user:
                smtp.login(self.user, self.password)
            smtp.ehlo_or_helo_if_needed()
            for code, said in (smtp.mail(self.sender), smtp.rcpt(address)):
                if code not in (250, 251):
                    raise smtplib.SMTPResponseException(code, said)
        except Exception:
            smtp.close()
            raise
        return smtp

    def _letter(self, parcel: Parcel) -> EmailMessage:
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self.sender, parcel.address, parcel.subject
        letter["Date"] = format_datetime(parcel.queued_at)
        letter["Message-ID"] = f"<{parcel.id}@{self.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(parcel.text)
        return letter


def make(name: str, settings: Settings) -> Mail:
    host, user, tls = str(settings["host"]), str(settings.get("user", "")), str(settings.get("tls", "starttls"))
    if tls not in ("starttls", "tls") and (tls != "none" or host not in LOOPBACK):
        raise ValueError("tls is starttls or tls (none only to this machine)")
    port = int(settings.get("port", 465 if tls == "tls" else 587))
    return Mail(host, port, str(settings["from"]), tls, user, secret(name) if user else "")
