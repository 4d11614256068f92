import chineseDays from 'chinese-days/dist/index.min.js'

/** Statutory days off of a year in mainland China, with the name of the holiday in both languages. */
export const statutoryHolidays = (year: number): { day: string; name: string; nameEn: string }[] =>
  chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).map((day) => {
    const [nameEn = '', name = ''] = chineseDays.getDayDetail(day).name.split(',')
    return { day, name, nameEn }
  })
