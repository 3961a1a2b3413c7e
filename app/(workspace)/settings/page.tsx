import { redirect } from 'next/navigation';

export default function SettingsStartPage() {
  redirect('/settings/you');
}
