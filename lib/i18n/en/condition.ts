export default {
  wheelsTitle: 'Tyres and brakes',
  wheelsLead:
    'Depth of tread and pad in millimetres. The steps are half a millimetre; any value can be typed.',
  wheels: {
    frontLeft: 'Front left',
    frontRight: 'Front right',
    rearLeft: 'Rear left',
    rearRight: 'Rear right',
    spare: 'Spare wheel',
  },
  worn: { tread: 'Tread', pad: 'Brake pad' },
  wornOf: { tread: 'tyre', pad: 'brake pad' },
  more: (f: { wheel: string }) => `Pressure and date of the tyre, ${f.wheel}`,
  pressure: 'Pressure (bar)',
  dot: 'Week and year',
  dotHint: 'Such as 3524',
  thinner: (f: { what: string; wheel: string }) => `${f.what} ${f.wheel}: half a millimetre less`,
  thicker: (f: { what: string; wheel: string }) => `${f.what} ${f.wheel}: half a millimetre more`,
  clear: (f: { wheel: string }) => `Not measured: ${f.wheel}`,
  last: (f: { mm: string; day: string }) => `${f.mm} mm on ${f.day}`,
  levels: { good: 'good', soon: 'soon due', limit: 'replace' },
  notMeasured: 'not measured',
  limits: (f: { tread: string; pad: string }) =>
    `Replace at ${f.tread} mm of tread (law) and ${f.pad} mm of pad.`,
  old: (f: { years: number }) => `${f.years} years old`,
  mm: (f: { mm: string }) => `${f.mm} mm`,
  bar: (f: { bar: string }) => `${f.bar} bar`,
  wearTitle: 'How long tyres and brakes last',
  wearNone: 'No tread or pad has been measured yet.',
  wear: {
    reached: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. The limit is reached; please have it replaced now.`,
    ahead: (f: { what: string; wheel: string; mm: string; left: string; at: string; on: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. At today’s wear it lasts about ${f.left} more${f.on ? `, until about ${f.on}` : ''} (at ${f.at}).`,
    one: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. After the next measurement we can say how long it lasts.`,
    renewed: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm, new since the last visit. After the next measurement we can say how long it lasts.`,
    short: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. Too little has been driven since the first measurement to say how long it lasts.`,
    unworn: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. No wear between the measurements.`,
    contradiction: (f: { what: string; wheel: string; mm: string }) =>
      `${f.wheel} ${f.what}: ${f.mm} mm. The earlier measurements contradict each other; please measure once more.`,
  },
  month: (f: { year: number; month: number }) =>
    `${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][f.month - 1]} ${f.year}`,
  lightsTitle: 'Warning lights that stay on',
  lights: {
    engine: 'engine',
    oilPressure: 'oil pressure',
    coolant: 'coolant',
    battery: 'battery',
    brake: 'brake',
    abs: 'ABS',
    stability: 'stability control',
    airbag: 'airbag',
    steering: 'steering',
    tyrePressure: 'tyre pressure',
    gearbox: 'gearbox',
    driveSystem: 'electric drive',
    service: 'service',
  } as Record<string, string>,
  testerTitle: 'Readings of the tester',
  testerLead: 'What was read at the car: trouble codes as printed, and values of sensors.',
  code: 'Trouble code',
  codeHint: 'Such as P0301',
  codes: 'Trouble codes',
  sensor: 'Sensor',
  sensorValue: 'Value',
  sensorUnit: 'Unit',
  sensors: 'Sensor values',
  historyTerm: 'History',
  historySeen: 'Existing problems and the maintenance history were looked at with the customer',
}
