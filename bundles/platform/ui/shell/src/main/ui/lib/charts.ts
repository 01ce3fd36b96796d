// Modular ECharts: only the kinds of charts our pages use, loaded with the first page that shows one.
export { default as CrmChart } from '../kit/CrmChart.vue'
export { palette } from '../kit/chart-themes'
