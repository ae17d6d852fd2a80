"""What licences and exits say of users and uses, collected for the network of `chain`."""
