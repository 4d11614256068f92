export { NotFoundState as default } from '@/components/shell/states'
