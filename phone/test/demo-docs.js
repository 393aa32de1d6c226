/** Documents for tests and try-outs: a unit, its patients, a programme with drawings. */

const uuid = (kind, n) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const iso = (at) => new Date(at).toISOString();
const hour = (at) =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
const day = (at) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(at);

const figure = (y) =>
  `<svg viewBox="0 0 160 120"><circle cx="80" cy="${y}" r="12" fill="none" stroke="#17262a" stroke-width="4"/><path d="M80 ${y + 12}v36l-16 24m16-24l16 24M60 ${y + 30}h40" fill="none" stroke="#17262a" stroke-width="4" stroke-linecap="round"/><path d="M40 112h80" stroke="#0b5358" stroke-width="5"/></svg>`;

const NAMES = [
  "Britta Lindqvist",
  "Sven-Olof Åkesson",
  "Gun Hermansson",
  "Karl-Erik Öberg",
  "Margareta Nyström-Johansson",
  "Ingvar Palm",
  "Aina Dahl",
  "Bengt Sörensen",
  "Ulla-Britt Ek",
  "Rune Fors",
  "Maj-Lis Ström",
  "Tage Lund",
];
const TIMES = [-150, -75, -20, 10, 30, 95, 160, 240, -20, 30, 300, -400];
const WHAT = [
  "Sittande balansträning",
  "Uppresningar från stol",
  "Gångträning med rollator",
  "Handträning efter stroke",
  "Kompressionsstrumpor på",
];

export function demoDocs(now, count = NAMES.length) {
  const unit = uuid("1", 1);
  const docs = [
    {
      k: "me",
      id: "00000000-0000-4000-8000-0000000000a1",
      v: 1,
      body: {
        id: "00000000-0000-4000-8000-0000000000a1",
        name: "Alva Ek",
        title: "Undersköterska",
        initials: { [unit]: "AE" },
        roles: [{ unit, role: "performer" }],
        delegations: [
          { task: "training", unit, starts_on: "2020-01-01", ends_on: "2099-01-01", given_by: "Sara Holm" },
        ],
        language: "sv",
      },
    },
    {
      k: "unit",
      id: unit,
      v: 2,
      body: {
        id: unit,
        name: "Hemtjänst Skrea",
        kind: "home_care",
        organisation: { id: uuid("9", 1), name: "Falkenbergs kommun", kind: "municipality" },
        phone: "0346-88 60 00",
      },
    },
  ];
  for (let i = 0; i < count; i += 1)
    docs.push({ k: "patient", id: uuid("2", i), v: 3 + i, body: patient(i, unit, now) });
  for (let i = 0; i < 3; i += 1)
    docs.push({
      k: "exercise",
      id: uuid("5", i),
      v: 3 + count + i,
      body: {
        id: uuid("5", i),
        key: `e${i}`,
        name: ["Res dig från stol", "Tåhävning med stöd", "Knästräckning sittande"][i],
        start: "Sitt långt fram på stolen med fötterna i golvet.",
        how: ["Luta överkroppen framåt.", "Res dig upp utan att ta hjälp av armarna.", "Sätt dig långsamt."],
        watch: "Avbryt vid yrsel eller smärta.",
        equipment: "Stadig stol med armstöd",
        pictures: [
          { svg: figure(30), alt: "Sittande på stolens kant" },
          { svg: figure(22), alt: "Stående rak" },
        ],
      },
    });
  return docs;
}

function patient(i, unit, now) {
  const at = now + TIMES[i % TIMES.length] * 60_000;
  const prescription = uuid("3", i);
  const version = {
    number: 1,
    effective_at: iso(now - 20 * 86400_000),
    starts_on: "2020-01-01",
    ends_on: null,
    schedule: {
      form: "clock",
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      times: [hour(at)],
      every_weeks: 1,
      anchor: null,
      before_minutes: 60,
      after_minutes: 60,
    },
    intervention: WHAT[i % WHAT.length],
    instruction: "Två gånger om dagen i lugn takt. Stå bredvid hela tiden.",
    basis: "delegation",
    task: i % 4 === 3 ? "hand_training" : "training",
    if_not_performed: { rule: "contact", within_days: 3, whom: "Sara Holm" },
    prescribed_by: { name: "Sara Holm", title: "fysioterapeut", phone: "0346-88 61 11" },
    prescribed_at: iso(now - 20 * 86400_000),
    programme: {
      id: uuid("4", 1),
      name: "Ben och balans, sittande och stående",
      number: 1,
      items: [0, 1, 2].map((n) => ({
        exercise: uuid("5", n),
        sets: 2,
        repetitions: n === 2 ? null : 10,
        seconds: n === 2 ? 20 : null,
        load: n === 1 ? "1 kg" : null,
        side: n === 2 ? "both" : null,
        note: n === 0 ? "Håll i stolsryggen om det behövs." : null,
      })),
    },
  };
  return {
    id: uuid("2", i),
    name: NAMES[i % NAMES.length] + (i >= NAMES.length ? ` ${i}` : ""),
    identity: "19400102-2385",
    identity_kind: "personnummer",
    unit,
    address: i === 3 ? null : `Strandvägen ${i + 4}, 311 42 Falkenberg`,
    phone: "0346-123 45",
    door_note: "Nyckelskåp till vänster",
    protected: i === 3,
    prescriptions: [
      { id: prescription, versions: [version] },
      ...(i % 3 === 0
        ? [
            {
              id: uuid("6", i),
              versions: [
                {
                  ...version,
                  intervention: "Andningsträning",
                  programme: null,
                  schedule: { form: "as_needed" },
                },
              ],
            },
          ]
        : []),
      ...(i % 4 === 1
        ? [
            {
              id: uuid("7", i),
              versions: [
                {
                  ...version,
                  intervention: "Promenad utomhus",
                  programme: null,
                  schedule: { form: "times_per_week", times: 3 },
                },
              ],
            },
          ]
        : []),
    ],
    pauses: [],
    signatures: [
      {
        id: uuid("8", i),
        prescription,
        occurrence: null,
        slot: `${day(now - 86400_000)}T08:00`,
        outcome: i % 5 === 1 ? "not_performed" : "performed",
        reason: i % 5 === 1 ? "declined" : null,
        performed_at: iso(now - 86400_000),
        received_at: iso(now - 86400_000 + 5000),
        by_name: "Bo Berg",
        initials: "BB",
        corrects: null,
        counts: true,
      },
    ],
  };
}
