/** What is wrong with one field; the keys are the messages of the zod schemas. */
export default {
  required: 'Please fill this in.',
  choose: 'Please choose one.',
  'too-short': 'This is too short.',
  'too-long': 'This is too long.',
  'too-small': 'This value is too small.',
  'too-large': 'This value is too large.',
  invalid: 'Please check this field.',
  number: 'Please enter a number.',
  whole: 'Please enter a whole number.',
  day: 'Please enter a date.',
  time: 'Please enter a time, such as 9:30.',
  phone: 'Please enter an 11-digit mobile number.',
  plate: 'This does not look like a licence plate.',
  vin: 'A VIN has 17 characters, without I, O and Q.',
}
