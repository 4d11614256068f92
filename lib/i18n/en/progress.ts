export default {
  proveTitle: 'Is this your car?',
  proveLead: (f: { tail: string }) =>
    `This page belongs to the car with the plate ending in ${f.tail}. To keep it private, please show that it is yours.`,
  proveLeadWithoutPlate: 'To keep this page private, please show that it is yours.',
  proveDigits: 'Last four digits of your telephone number',
  proveHint: 'The number you left with us.',
  proveButton: 'Open my page',
}
