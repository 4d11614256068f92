export { LoadingState as default } from '@/components/shell/states'
