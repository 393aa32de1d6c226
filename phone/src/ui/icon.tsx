/** Icons (Tabler, MIT), drawn into the page at build time. Always beside a word, so hidden from readers. */
import alert from "@tabler/icons/outline/alert-triangle.svg?raw";
import back from "@tabler/icons/outline/arrow-left.svg?raw";
import backspace from "@tabler/icons/outline/backspace.svg?raw";
import calendar from "@tabler/icons/outline/calendar-event.svg?raw";
import check from "@tabler/icons/outline/check.svg?raw";
import chevron from "@tabler/icons/outline/chevron-right.svg?raw";
import clock from "@tabler/icons/outline/clock.svg?raw";
import copy from "@tabler/icons/outline/copy.svg?raw";
import cross from "@tabler/icons/outline/x.svg?raw";
import download from "@tabler/icons/outline/download.svg?raw";
import half from "@tabler/icons/outline/circle-half-2.svg?raw";
import hourglass from "@tabler/icons/outline/clock-exclamation.svg?raw";
import lock from "@tabler/icons/outline/lock.svg?raw";
import offline from "@tabler/icons/outline/cloud-off.svg?raw";
import outbox from "@tabler/icons/outline/cloud-up.svg?raw";
import pause from "@tabler/icons/outline/player-pause.svg?raw";
import phone from "@tabler/icons/outline/phone.svg?raw";
import pin from "@tabler/icons/outline/map-pin.svg?raw";
import play from "@tabler/icons/outline/player-play.svg?raw";
import programme from "@tabler/icons/outline/stretching.svg?raw";
import question from "@tabler/icons/outline/question-mark.svg?raw";
import refresh from "@tabler/icons/outline/refresh.svg?raw";
import search from "@tabler/icons/outline/search.svg?raw";
import sent from "@tabler/icons/outline/cloud-check.svg?raw";
import settings from "@tabler/icons/outline/settings.svg?raw";
import user from "@tabler/icons/outline/user.svg?raw";
import zoomIn from "@tabler/icons/outline/zoom-in.svg?raw";
import zoomOut from "@tabler/icons/outline/zoom-out.svg?raw";

const DRAWN = {
  alert,
  back,
  backspace,
  calendar,
  check,
  chevron,
  clock,
  copy,
  cross,
  download,
  half,
  hourglass,
  lock,
  offline,
  outbox,
  pause,
  phone,
  pin,
  play,
  programme,
  question,
  refresh,
  search,
  sent,
  settings,
  user,
  zoomIn,
  zoomOut,
};

export type IconName = keyof typeof DRAWN;

export function Icon({ name }: { name: IconName }) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: DRAWN[name] }} />;
}
