declare module 'chinese-days/dist/index.min.js' {
  export { default } from 'chinese-days'
}
