/** A server in memory that speaks sync protocol v1, with knobs for everything that goes wrong. Tests and try-outs only. */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";

const hpke = () =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const b64 = (bytes) => Buffer.from(bytes).toString("base64url");
const sha = async (text) =>
  Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(text))).toString("hex");

export class FakeServer {
  static async make({ docs = [], now = () => Date.now() } = {}) {
    const server = new FakeServer();
    const suite = hpke();
    server.keys = await suite.kem.generateKeyPair();
    server.sealKey = b64(await suite.kem.serializePublicKey(server.keys.publicKey));
    server.docs = docs;
    server.now = now;
    return server;
  }

  epoch = "epoch-1";
  ledger = [];
  docs = [];
  devices = new Map();
  calls = [];
  down = false;
  loseReplies = 0;
  revoked = false;
  offlineHours = 24;
  refuse = () => false;
  hold = () => false;

  fetch = async (url, init) => {
    if (this.down) throw new TypeError("Failed to fetch");
    const path = String(url).replace(/^.*\/api\/v1\//, "");
    const reply = await this.handle(path, JSON.parse(init.body), init.headers.Authorization ?? null);
    if (this.loseReplies > 0) {
      this.loseReplies -= 1;
      throw new TypeError("Failed to fetch");
    }
    return new Response(JSON.stringify(reply.json), { status: reply.status });
  };

  /** The backup was taken when the ledger had this many events; a new history begins. */
  restoreTo(length) {
    this.ledger = this.ledger.slice(0, length);
    this.epoch = `epoch-${Number(this.epoch.split("-")[1]) + 1}`;
  }

  get position() {
    return Math.max(0, ...this.docs.map((doc) => doc.v)) + this.ledger.length;
  }

  put({ k, id, body }) {
    this.docs = [
      ...this.docs.filter((doc) => doc.id !== id || doc.k !== k),
      { k, id, v: this.position + 1, body },
    ];
  }

  remove(k, id) {
    this.docs = this.docs.filter((doc) => doc.id !== id || doc.k !== k);
  }

  async handle(path, body, authorization) {
    this.calls.push({ path, body });
    if (path === "enrol") return this.enrol(body);
    const device = this.devices.get(/^Device (.+)\./.exec(authorization ?? "")?.[1] ?? "");
    if (!device) return problem(401, "not_enrolled", "Telefonen är inte ansluten.", "Logga in igen.");
    if (path === "intake") return ok({ ...(await this.intake(body, device)), ...this.clock() });
    if (path === "sealed") return ok({ answers: await this.sealed(body), ...this.clock() });
    if (this.revoked)
      return problem(403, "device_revoked", "Telefonen är spärrad.", "Kontakta systemsupport.");
    if (path === "feed") return ok({ ...(await this.feed(body)), ...this.clock() });
    if (path === "documents")
      return ok({
        docs: body.ids.flatMap(({ k, id }) => this.docs.find((doc) => doc.k === k && doc.id === id) ?? []),
      });
    return problem(404, "not_found", "Finns inte.", "");
  }

  clock() {
    return {
      now: new Date(this.now()).toISOString(),
      lease_until: new Date(this.now() + this.offlineHours * 3600_000).toISOString(),
    };
  }

  enrol(body) {
    if (body.password !== "rätt lösenord")
      return problem(401, "wrong_password", "Fel användarnamn eller lösenord.", "Försök igen.");
    const id = crypto.randomUUID();
    this.devices.set(id, { id, key: body.device_key });
    const name = body.username === "bo" ? "Bo Berg" : "Alva Ek";
    const user = {
      id:
        body.username === "bo"
          ? "00000000-0000-4000-8000-0000000000b0"
          : "00000000-0000-4000-8000-0000000000a1",
      name,
    };
    return ok({
      device: id,
      token: "hemlig",
      user,
      epoch: this.epoch,
      seal_key: this.sealKey,
      language: "sv",
      ...this.clock(),
    });
  }

  async intake(body, device) {
    const known = body.epoch === this.epoch;
    const answers = [];
    for (const [index, wire] of body.events.entries())
      answers.push({ index, ...(await this.take(wire, device)) });
    return { epoch: this.epoch, mark: `${this.epoch}:${this.position}:x`, offer_again: !known, answers };
  }

  async take(wire, device) {
    const payload = JSON.parse(wire.payload);
    if (this.refuse(payload))
      return { id: payload.id, answer: "refused", why: ["unreadable"], say: "Kunde inte läsas." };
    if (this.ledger.some((event) => event.id === payload.id))
      return { id: payload.id, answer: "had", why: [], say: "" };
    if (device && !(await verified(wire, device.key)))
      return { id: payload.id, answer: "held", why: ["bad_proof"], say: "" };
    this.ledger.push({ id: payload.id, payload: wire.payload, device: payload.device });
    if (this.hold(payload)) return { id: payload.id, answer: "held", why: ["older_version"], say: "" };
    return { id: payload.id, answer: "taken", why: [], say: "" };
  }

  async sealed({ boxes }) {
    const answers = [];
    for (const [index, box] of boxes.entries()) {
      const bytes = new Uint8Array(Buffer.from(box, "base64url"));
      const recipient = await hpke().createRecipientContext({
        recipientKey: this.keys.privateKey,
        enc: bytes.slice(0, 65).buffer,
        info: Buffer.from("beredd-seal-1"),
      });
      const wire = JSON.parse(new TextDecoder().decode(await recipient.open(bytes.slice(65).buffer)));
      answers.push({ index, ...(await this.take(wire, null)) });
    }
    return answers;
  }

  async feed({ epoch, cursor }) {
    const whole = cursor === null || epoch !== this.epoch;
    const scope_hash = await sha(
      this.docs
        .map(({ k, id, v }) => `${k}:${id}:${v}`)
        .sort()
        .join("\n"),
    );
    const manifest = whole ? this.docs.map(({ k, id, v }) => ({ k, id, v })) : null;
    const docs = whole ? this.docs.slice(0, 3) : this.docs.filter((doc) => doc.v > cursor);
    return { epoch: this.epoch, cursor: this.position, scope_hash, manifest, docs, more: false };
  }
}

const ok = (json) => ({ status: 200, json });
const problem = (status, code, title, next) => ({ status, json: { problem: { code, title, next } } });

async function verified(wire, key) {
  const point = await crypto.subtle.importKey(
    "raw",
    Buffer.from(key, "base64url"),
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["verify"],
  );
  return crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    point,
    Buffer.from(wire.sig, "base64url"),
    Buffer.from(wire.payload),
  );
}
